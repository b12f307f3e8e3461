/** What pages import over HTTP from us: the board's copy of the mqtt package, and the passkeys' of @simplewebauthn/browser. */
const servedByUs = '^(\\./mqtt\\.js|/assets/webauthn/index\\.js)$';

/** The rules of house.md as rules that run. */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'models-do-no-io', comment: 'models/ is what is true: no I/O, no Alexa, no AWS', severity: 'error', from: { path: '^models/' }, to: { pathNot: ['^models/', '^node_modules/(@types/)?luxon'] } },
    { name: 'skill-knows-only-models', severity: 'error', from: { path: '^skill/' }, to: { path: '^(lambda|web|infra|scripts|test|bench)/' } },
    { name: 'web-and-skill-are-strangers', severity: 'error', from: { path: '^web/' }, to: { path: '^(skill|lambda|infra|scripts|test|bench)/' } },
    { name: 'skill-does-no-io', severity: 'error', from: { path: '^skill/' }, to: { dependencyTypes: ['core'] } },
    { name: 'features-meet-at-the-front-door', severity: 'error', from: { path: '^models/([^/]+)/' }, to: { path: '^models/([^/]+)/', pathNot: ['^models/$1/', '/index\\.ts$'] } },
    { name: 'others-use-the-front-door-of-models', severity: 'error', from: { path: '^(skill|lambda|web)/' }, to: { path: '^models/[^/]+/', pathNot: ['/index\\.ts$'] } },
    { name: 'shared-knows-no-feature', severity: 'error', from: { path: '^models/shared/' }, to: { path: '^models/', pathNot: '^models/shared/' } },
    { name: 'household-knows-only-shared', severity: 'error', from: { path: '^models/household/' }, to: { path: '^models/', pathNot: '^models/(shared|household)/' } },
    { name: 'visits-and-services-know-only-the-household', severity: 'error', from: { path: '^models/(care-visit|service)/' }, to: { path: '^models/', pathNot: '^models/(shared|household|$1)/' } },
    { name: 'money-in-knows-only-budgets', severity: 'error', from: { path: '^models/money-in/' }, to: { path: '^models/', pathNot: '^models/(shared|budget|visits-in|money-in)/' } },
    { name: 'visits-in-knows-only-the-visits', severity: 'error', from: { path: '^models/visits-in/' }, to: { path: '^models/', pathNot: '^models/(shared|household|care-visit|visits-in)/' } },
    { name: 'budget-does-not-know-requests', severity: 'error', from: { path: '^models/budget/' }, to: { path: '^models/', pathNot: '^models/(shared|household|care-visit|service|budget)/' } },
    { name: 'routines-know-only-the-visits', severity: 'error', from: { path: '^models/routine/' }, to: { path: '^models/', pathNot: '^models/(shared|household|care-visit|routine)/' } },
    { name: 'jobs-know-only-shared', severity: 'error', from: { path: '^models/job/' }, to: { path: '^models/', pathNot: '^models/(shared|job)/' } },
    { name: 'requests-do-not-know-what-comes-after', severity: 'error', from: { path: '^models/service-request/' }, to: { path: '^models/(outcome|message|routine|alert|person-record)/' } },
    { name: 'nothing-imports-alert', comment: 'only the record that holds everything does, and the figures that count it', severity: 'error', from: { path: '^models/', pathNot: '^models/(alert|person-record|figures)/' }, to: { path: '^models/alert/' } },
    { name: 'infra-names-entries-by-path-only', severity: 'error', from: { path: '^infra/' }, to: { path: '^(models|skill|lambda|web|scripts|test|bench)/' } },
    { name: 'nobody-needs-infra', comment: 'but the scripts that deploy it', severity: 'error', from: { path: '^(models|skill|lambda|web)/' }, to: { path: '^infra/' } },
    { name: 'only-listed-packages', severity: 'error', from: {}, to: { pathNot: servedByUs, dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { pathNot: servedByUs, couldNotResolve: true } },
    { name: 'production-needs-no-development-packages', severity: 'error', from: { path: '^(models|skill|lambda|web)/' }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.json', '.d.ts'] },
  },
};
