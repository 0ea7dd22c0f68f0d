// Who may import whom. The picture is in ARCHITECTURE.md; tests/architecture runs these rules.
const modules = '^src/modules/([^/]+)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^src/(?!kernel/)' },
    },
    {
      name: 'kernel-has-no-io',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|ui|app)/' },
    },
    {
      name: 'ui-knows-no-module',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(modules|platform|app)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: `${modules}domain/` },
      to: { path: '^src/', pathNot: ['^src/kernel/', '^src/modules/$1/(domain|data)/'] },
    },
    {
      name: 'domain-has-no-io',
      severity: 'error',
      from: { path: `${modules}domain/`, pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contract-is-shared',
      comment: 'A contract is for server, web and third parties: shapes only.',
      severity: 'error',
      from: { path: `${modules}[a-z-]*\\.?contract\\.ts$` },
      to: {
        path: '^src/',
        pathNot: [
          '^src/platform/contract/',
          '^src/kernel/',
          '^src/modules/$1/domain/',
          '^src/modules/[^/]+/[a-z-]*\\.?contract\\.ts$',
        ],
      },
    },
    {
      name: 'other-modules-by-their-door',
      severity: 'error',
      from: { path: `${modules}(server|module\\.ts|index\\.ts)`, pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/(?!$1/)', pathNot: '^src/modules/[^/]+/(index|contract)\\.ts$' },
    },
    {
      name: 'server-has-no-pages',
      severity: 'error',
      from: { path: `${modules}server/` },
      to: { path: '^src/(ui|app)/|/web/', pathNot: '\\.test\\.ts$' },
    },
    {
      name: 'web-has-no-server',
      severity: 'error',
      from: { path: `${modules}web/` },
      to: {
        path: '^src/(platform|app)/|^src/modules/[^/]+/(server|module\\.ts|index\\.ts)',
        pathNot: '^src/platform/contract/',
      },
    },
    {
      name: 'web-of-others-by-its-door',
      severity: 'error',
      from: { path: `${modules}web/` },
      to: {
        path: '^src/modules/(?!$1/)',
        pathNot: '^src/modules/[^/]+/(web/index\\.tsx?|contract\\.ts|domain/)',
      },
    },
    {
      name: 'nothing-imports-app',
      severity: 'error',
      from: { path: '^src/(kernel|platform|ui|modules)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/app/' },
    },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(tests|bench)/|\\.test\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
