// What a thread of the tests does with a thing: its work, or what no report should be able to make it do.
exports.work = async (things) =>
  things.map((thing) => {
    if (thing === 'hang') for (;;);
    if (thing === 'eat') for (const eaten = []; ; ) eaten.push(new Array(100_000).fill(0.5));
    if (thing === 'throw') throw new Error('no');
    return `${thing}!`;
  });
