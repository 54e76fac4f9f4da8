/**
 * Computes the layers of a graph with DeepLearning4J and ND4J, in single precision, and
 * differentiates by their input.
 */
package tintype.inspect.dl4j;
