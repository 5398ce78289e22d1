// The same generated cases in every run: a failure can be run again, and a green main stays green.
// NIANBAO_SEED=n tries others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.NIANBAO_SEED ?? 2021) });
