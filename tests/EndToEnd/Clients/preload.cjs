// pbicli knows Power BI's own address alone; this gives it the one in HSVO_ADDRESS, before pbicli itself is loaded.
const { consts } = require(process.env.PBICLI_CONSTS);

Object.defineProperty(consts.prototype, "powerBIRestURL", { get: () => `${process.env.HSVO_ADDRESS}/v1.0/myorg` });
