/** Code → data of what people can put right. `undefined`: the code says it all. */
// biome-ignore lint/suspicious/noEmptyInterface: filled room by room
export interface PoeProblems {}
