// Stands in for `node:child_process`, which commander loads at once and nianbao never uses.
export {};
