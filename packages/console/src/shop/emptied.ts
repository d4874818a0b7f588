import type {ShopSettings} from '@local-widgets/model/schemas.js';

type Wanted = {[K in keyof ShopSettings]?: ShopSettings[K] | undefined};

/**
 * A partial change as JSON Merge Patch (RFC 7396): what was there and was emptied is `null`, what was
 * absent and still is stays away.
 */
export function emptied(settings: ShopSettings, wanted: Wanted): Partial<ShopSettings> {
  const change: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== undefined) change[name] = value;
    else if (settings[name as keyof ShopSettings] !== undefined) change[name] = null;
  }
  return change;
}
