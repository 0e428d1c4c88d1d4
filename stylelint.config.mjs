// What is asked of the style sheets, beside the standard rules for CSS.

/** @type {import("stylelint").Config} */
export default {
  extends: "stylelint-config-standard",
  // An exception is one rule in one place, has a reason, and goes when it is no longer needed.
  reportDescriptionlessDisables: true,
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  reportUnscopedDisables: true,
  // What a style sheet may refer to.
  referenceFiles: "web/style/tokens.css",
  rules: {
    "no-unknown-custom-properties": true,
    // One scale of sizes, in tokens.css: elsewhere they have names, no numbers and none of CSS's own words.
    "declaration-property-value-disallowed-list": {
      "/^font(-size)?$/": ["/\\d(?:[a-z]+|%)/i", "/(^|[\\s/-])(small|medium|large|smaller|larger)\\b(?!\\))/"],
    },
    // All colours in one way: src/app/output/tests/styles.rs reads them.
    "color-hex-length": "long",
    "import-notation": "string",
    // Two libraries have names of their own: CodeMirror's classes, and the properties of what draws the diagrams.
    "selector-class-pattern": "^([a-z][a-z0-9]*(-[a-z0-9]+)*|(cm|tok)-[a-zA-Z0-9-]+)$",
    "custom-property-pattern": "^_?[a-z][a-z0-9]*(-[a-z0-9]+)*$",
  },
};
