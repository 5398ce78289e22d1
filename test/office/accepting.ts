// Tracked changes accepted and rejected by LibreOffice, many files at once: by a macro in a profile of its own,
// for which LibreOffice needs no more than itself.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Only what hangs takes as long. */
const LIMIT = 150_000;

/** What LibreOffice reads once all changes of a file are accepted, and once they are rejected. */
export interface Decided {
  readonly accepted: string;
  readonly rejected: string;
}

/** Word files by name (`a.docx`); throws if LibreOffice is not there, or does not open one. */
export function decided(files: Readonly<Record<string, Uint8Array>>): Map<string, Decided> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-office-'));
  try {
    const calls: string[] = [];
    for (const [name, bytes] of Object.entries(files)) {
      fs.writeFileSync(path.join(folder, name), bytes);
      for (const decision of ['Accept', 'Reject'])
        calls.push(`decide "${pathToFileURL(path.join(folder, name)).href}", "${decision}"`);
    }
    writeProfile(path.join(folder, 'profile/user'), calls);
    const { error, stderr } = spawnSync(
      process.env.NIANBAO_SOFFICE ?? 'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        'macro:///Standard.Tests.run',
      ],
      { encoding: 'utf8', timeout: LIMIT },
    );
    if (error) throw new Error(`LibreOffice (soffice) is needed: ${error.message}`);
    const text = (name: string, decision: string) => {
      const file = path.join(folder, `${name}.${decision}`);
      if (!fs.existsSync(file)) throw new Error(`LibreOffice made nothing of ${name}: ${stderr}`);
      return fs.readFileSync(file, 'utf8').replace(/^\ufeff/, '');
    };
    return new Map(
      Object.keys(files).map((name) => [
        name,
        { accepted: text(name, 'Accept'), rejected: text(name, 'Reject') },
      ]),
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A profile with a library of macros; whatever goes wrong, LibreOffice ends. */
function writeProfile(folder: string, calls: readonly string[]): void {
  const basic = `
sub run
  on error goto finish
  ${calls.join('\n  ')}
finish:
  StarDesktop.terminate()
end sub

sub decide(url as string, decision as string)
  dim hidden(0) as new com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = true
  document = StarDesktop.loadComponentFromURL(url, "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  command = ".uno:" + decision + "AllTrackedChanges"
  helper.executeDispatch(document.CurrentController.Frame, command, "", 0, array())
  dim as_text(1) as new com.sun.star.beans.PropertyValue
  as_text(0).Name = "FilterName"
  as_text(0).Value = "Text (encoded)"
  as_text(1).Name = "FilterOptions"
  as_text(1).Value = "UTF8,LF"
  document.storeToURL(url + "." + decision, as_text())
  document.close(true)
end sub
`;
  const library = (name: string, content: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<library:${name} xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"${content}`;
  const list = library(
    'libraries',
    '><library:library library:name="Standard" library:link="false"/></library:libraries>',
  );
  const files = {
    // else it takes the profile for a new one, and fills it with what it brings
    'registrymodifications.xcu':
      '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>',
    'basic/script.xlc': list,
    'basic/Standard/script.xlb': library(
      'library',
      ' library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Tests"/></library:library>',
    ),
    'basic/Standard/Tests.xba': `<?xml version="1.0" encoding="UTF-8"?>\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Tests" script:language="StarBasic">${basic.replace(/"/g, '&quot;')}</script:module>`,
  };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
}
