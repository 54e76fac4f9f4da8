package tintype.inspect.read;

/**
 * One of several rows that a part of a DeepLearning4J file becomes.
 *
 * @param suffix what follows the part's name in the row's, e.g. "flatten"; "" for none
 * @param part   what the row is
 */
record Step(String suffix, Part part) {}
