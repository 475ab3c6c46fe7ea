type Path = readonly string[];

/** So many fields before the one that was read last are tried: what one step of a reader takes apart at once. */
const mostTried = 24;

/**
 * Which field keeps a message from being read, where `read` throws on it: the one without which it would get further, or
 * the last that was read. Slower than reading, so for a message that has failed.
 */
export function wrongField(payload: object, read: (payload: object) => unknown): Path {
  const found = readUntil(payload, read);
  const candidates = found.paths.slice(-mostTried).reverse();
  const wrong = candidates.find((path) => readUntil(payload, read, path).steps > found.steps);
  return wrong ?? candidates[0] ?? [];
}

/** The fields that are read until reading ends, in their order; one of them may be hidden. */
function readUntil(
  payload: object,
  read: (payload: object) => unknown,
  hidden?: Path
): { paths: Path[]; steps: number } {
  const paths: Path[] = [];
  const hiddenAt = hidden?.join('/');
  const watched = <Value>(value: Value, path: Path): Value => {
    if (typeof value !== 'object' || value === null) return value;
    return new Proxy(value, {
      get(target, field) {
        const found: unknown = Reflect.get(target, field);
        // What is asked of a list itself, as its length, is no field of the message.
        if (typeof field !== 'string' || !Object.hasOwn(target, field) || field === 'length') return found;
        const at = [...path, field];
        if (at.join('/') === hiddenAt) return undefined;
        paths.push(at);
        return watched(found, at);
      },
    });
  };
  try {
    read(watched(payload, []));
    return { paths, steps: Infinity };
  } catch {
    return { paths, steps: paths.length };
  }
}
