// Questions one after another, as VS Code's own wizards ask them: Enter goes on, the arrow in the
// title goes back, Escape ends it all.
import * as vscode from 'vscode';

/** Where a question stands among the others. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

const BACK = Symbol('back');
/** Undefined if the user has had enough. */
export type Answer<T> = T | typeof BACK | undefined;

/** Asks one thing, and keeps the answer in `state`. */
export type Step<S> = (state: S, place: StepPlace) => Promise<Answer<unknown>>;

/** Goes through the steps; the state with all answers, or undefined if the user gave up. */
export async function goThrough<S>(
  title: string,
  state: S,
  steps: readonly Step<S>[],
): Promise<S | undefined> {
  for (let i = 0; i < steps.length; ) {
    const place = { title, step: i + 1, totalSteps: steps.length };
    const answer = await (steps[i] as Step<S>)(state, place);
    if (answer === undefined) return undefined;
    i = answer === BACK ? Math.max(0, i - 1) : i + 1;
  }
  return state;
}

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export interface Pick<T> {
  readonly placeholder: string;
  readonly items: readonly Choice<T>[];
  /** The item that has the focus at first. */
  readonly active?: Choice<T>;
  /** What the typed words would stand for, where the user is free in them. */
  readonly typed?: (words: string) => Choice<T> | undefined;
}

/** One of several, or what the user types instead. */
export function pick<T>(place: StepPlace, { placeholder, items, active, typed }: Pick<T>) {
  const input = vscode.window.createQuickPick<Choice<T>>();
  Object.assign(input, { ...place, placeholder, items, ignoreFocusOut: true });
  input.matchOnDetail = true;
  if (active) input.activeItems = [active];
  if (typed)
    input.onDidChangeValue((words) => {
      const own = words.trim() === '' ? undefined : typed(words.trim());
      input.items = own ? [{ ...own, alwaysShow: true }, ...items] : items;
    });
  return asked<T>(input, place, () => input.selectedItems[0]?.value);
}

export interface InputStep {
  readonly prompt: string;
  readonly value: string;
  /** What is wrong with it, in a sentence. */
  readonly flawOf: (value: string) => string | undefined;
}

/** A line of text. */
export function ask(place: StepPlace, { prompt, value, flawOf }: InputStep) {
  const input = vscode.window.createInputBox();
  Object.assign(input, { ...place, prompt, value, ignoreFocusOut: true });
  input.onDidChangeValue((words) => {
    input.validationMessage = flawOf(words.trim()) ?? '';
  });
  return asked<string>(input, place, () => {
    const words = input.value.trim();
    input.validationMessage = flawOf(words) ?? '';
    return input.validationMessage === '' ? words : undefined;
  });
}

/** Shows it until it is answered: by what `accepted` gives on Enter, unless that is undefined. */
function asked<T>(
  input: vscode.QuickPick<Choice<T>> | vscode.InputBox,
  { step }: StepPlace,
  accepted: () => T | undefined,
): Promise<Answer<T>> {
  if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise<Answer<T>>((resolve) => {
    input.onDidTriggerButton(() => resolve(BACK));
    input.onDidHide(() => resolve(undefined));
    input.onDidAccept(() => {
      const value = accepted();
      if (value !== undefined) resolve(value);
    });
    input.show();
  }).finally(() => input.dispose());
}
