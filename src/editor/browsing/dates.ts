import * as vscode from 'vscode';

const format = new Intl.DateTimeFormat(safeLocale(), {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** An ISO date as the reader's language writes it: "11 Jun 2014". The text itself where it is no date. */
export function shownDate(iso: string): string {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? iso : format.format(time);
}

/** The editor says "en" for English; dates then are written the British way, as the product is. */
function safeLocale(): string {
  const { language } = vscode.env;
  try {
    return language === 'en' ? 'en-GB' : (Intl.getCanonicalLocales(language)[0] ?? 'en-GB');
  } catch {
    return 'en-GB';
  }
}
