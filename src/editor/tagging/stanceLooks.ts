import * as vscode from 'vscode';
import type { Stance } from '../../core/codebook/types.js';

/** How a stance looks: its colour, and a sign and a line that tell it apart without colour. */
export interface StanceLook {
  /** The name of its colours: `standpoint.<name>` and `standpoint.<name>Background`. */
  readonly colour: 'support' | 'oppose' | 'mixed' | 'neutral' | 'unclear';
  /** A product icon for trees and picks. */
  readonly icon: string;
  /** One character for text. */
  readonly sign: string;
  readonly line: 'solid' | 'double' | 'dashed' | 'dotted' | 'wavy';
}

const LOOKS: Record<StanceLook['colour'], StanceLook> = {
  support: { colour: 'support', icon: 'pass-filled', sign: '+', line: 'solid' },
  oppose: { colour: 'oppose', icon: 'circle-slash', sign: '−', line: 'double' },
  mixed: { colour: 'mixed', icon: 'color-mode', sign: '±', line: 'dashed' },
  neutral: { colour: 'neutral', icon: 'circle-large-outline', sign: '○', line: 'dotted' },
  unclear: { colour: 'unclear', icon: 'question', sign: '?', line: 'wavy' },
};

/** Looks by the ids of the default scale; a scale of one's own is shown by its values. */
export function lookOf(stance: Stance | undefined): StanceLook {
  if (!stance || stance.value === null) return LOOKS.unclear;
  if (stance.value > 0) return LOOKS.support;
  if (stance.value < 0) return LOOKS.oppose;
  return stance.id === 'neutral' ? LOOKS.neutral : LOOKS.mixed;
}

export function allLooks(): readonly StanceLook[] {
  return Object.values(LOOKS);
}

/** The icon of a stance in its colour. */
export function iconOf(stance: Stance | undefined): vscode.ThemeIcon {
  const look = lookOf(stance);
  return new vscode.ThemeIcon(look.icon, new vscode.ThemeColor(`standpoint.${look.colour}`));
}
