/**
 * From now on, and until the end of this test file, the page loads no script that it does not have:
 * a policy like this, or a release that took old chunks away, is how an `import()` fails in life.
 */
export function forbidNewScripts(): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "script-src 'none'";
  document.head.append(policy);
}
