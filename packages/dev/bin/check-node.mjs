if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `This is Node ${process.versions.node}; the project brings its own Node 24 as a package. ` +
      'It is missing when install scripts were skipped: run "npm ci" without --ignore-scripts, ' +
      'then start with "npm start" or "npm test".',
  );
  process.exit(1);
}
