// The page of the form: a frame without content, which may load its own script and style and nothing else.
import type * as vscode from 'vscode';

/** The HTML of the page; `nonce` is new for each. */
export function formPage(
  webview: vscode.Webview,
  dist: (name: string) => vscode.Uri,
  nonce: string,
): string {
  const source = (name: string) => webview.asWebviewUri(dist(name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    'img-src data: blob:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>预览与填表</title>
<link rel="stylesheet" href="${source('form.style.css')}">
</head>
<body>
<script nonce="${nonce}" src="${source('form.js')}"></script>
</body>
</html>
`;
}
