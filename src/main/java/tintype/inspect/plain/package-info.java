/**
 * Computes the layers of a graph by plain loops in double precision. Shares no code
 * with DeepLearning4J, ND4J or {@code inspect.dl4j}: it is the witness.
 */
package tintype.inspect.plain;
