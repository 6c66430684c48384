/** `dragoman completion`: scripts for the shells, made of the table of commands. */

import { KnownError } from '../errors.ts';
import { flagName, GLOBAL, takesValue, VERSION } from './arguments.ts';
import type { Command, RunCommand } from './command.ts';
import { exit } from './exit.ts';

/** @param commands the table that the scripts are made of */
export function completing(commands: readonly Command[]): RunCommand {
  return async ([shell = ''], _options, context) => {
    const script = SCRIPTS.get(shell);
    if (script === undefined)
      throw new KnownError(`There is no completion for "${shell}"`, { expected: [...SCRIPTS.keys()].join(', '), got: shell });
    context.print(script(commands));
    return exit.done;
  };
}

/** What may come next where the words so far are `words`. */
interface Place {
  /** `` for the start, `glossary` for a group, `glossary set` for a command. */
  readonly words: string;
  readonly commands: readonly Choice[];
  readonly options: readonly Choice[];
}

interface Choice {
  readonly name: string;
  readonly about: string;
  readonly takesValue: boolean;
}

/** The places that have the longest words first, so that the first one that fits is the right one. */
function placesOf(commands: readonly Command[]): Place[] {
  const option = ([flags, about]: readonly [string, string]): Choice => ({
    name: `--${flagName(flags)}`,
    about,
    takesValue: takesValue(flags),
  });
  const starts = new Set(['', ...commands.flatMap(({ name }) => [name, name.split(' ')[0] as string])]);
  const places = [...starts].map((words): Place => {
    const own = commands.find(({ name }) => name === words);
    const below = commands.filter(({ name }) => (words === '' ? true : name.startsWith(`${words} `)));
    const next = new Map(
      below.map(({ name, summary }) => [name.slice(words === '' ? 0 : words.length + 1).split(' ')[0] as string, summary]),
    );
    return {
      words,
      commands: [...next].map(([name, about]) => ({ name, about, takesValue: false })),
      options: [...(own?.options ?? []), ...GLOBAL, ...(words === '' ? [VERSION] : [])].map(option),
    };
  });
  return places.sort((a, b) => b.words.split(' ').length - a.words.split(' ').length || b.words.length - a.words.length);
}

const names = (choices: readonly Choice[]): string => choices.map(({ name }) => name).join(' ');

function bash(commands: readonly Command[]): string {
  const cases = placesOf(commands).map(({ words, commands: next, options }) =>
    words === ''
      ? `    *) next="${names(next)}" flags="${names(options)}" ;;`
      : `    "${words} "*) next="${names(next)}" flags="${names(options)}" ;;`,
  );
  return `# bash completion of dragoman: source <(dragoman completion bash)
_dragoman() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" next flags
  local line="\${COMP_WORDS[*]:1:COMP_CWORD-1} "
  case "$line" in
${cases.join('\n')}
  esac
  if [[ "$cur" == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  else COMPREPLY=($(compgen -W "$next" -- "$cur")); fi
}
complete -o default -F _dragoman dragoman`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function zsh(commands: readonly Command[]): string {
  const list = (choices: readonly Choice[]) =>
    choices.map(({ name, about }) => quoted(`${name}:${about.replaceAll(':', '\\:')}`)).join(' ');
  const cases = placesOf(commands).map(
    ({ words, commands: next, options }) =>
      `    ${words === '' ? '*' : `${quoted(`${words} `)}*`}) next=(${list(next)}) flags=(${list(options)}) ;;`,
  );
  return `#compdef dragoman
# zsh completion of dragoman: source <(dragoman completion zsh)
_dragoman() {
  local -a next flags
  local line="\${(j: :)words[2,CURRENT-1]} "
  case "$line" in
${cases.join('\n')}
  esac
  if [[ "$PREFIX" == -* ]]; then _describe option flags
  elif (( \${#next} )); then _describe command next
  else _files; fi
}
(( \${+functions[compdef]} )) && compdef _dragoman dragoman`;
}

function fish(commands: readonly Command[]): string {
  const lines = placesOf(commands).flatMap(({ words, commands: next, options }) => {
    const at = `-n ${quoted(`__dragoman_at ${quoted(words)}`)}`;
    return [
      ...next.map(({ name, about }) => `complete -c dragoman ${at} -f -a ${name} -d ${quoted(about)}`),
      ...options.map(
        ({ name, about, takesValue: value }) => `complete -c dragoman ${at} -l ${name.slice(2)}${value ? ' -r' : ''} -d ${quoted(about)}`,
      ),
    ];
  });
  return `# fish completion of dragoman: dragoman completion fish | source
function __dragoman_at
  set -l said (string match -v -- '-*' (commandline -opc)[2..-1])
  test "$said" = "$argv[1]"; or string match -q -- "$argv[1] *" "$said"
end
${lines.join('\n')}`;
}

const SCRIPTS: ReadonlyMap<string, (commands: readonly Command[]) => string> = new Map([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
]);
