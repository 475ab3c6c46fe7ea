/** One call to the API as one caller; throws with the problem's own words where it is refused. */
export type Call = <Answer>(method: 'GET' | 'POST', path: string, body?: object) => Promise<Answer>;

export function caller(apiUrl: string, token: string): Call {
  return async (method, path, body) => {
    const response = await fetch(`${apiUrl}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as never;
  };
}
