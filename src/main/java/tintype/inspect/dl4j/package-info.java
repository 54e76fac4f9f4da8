/** Computes the layers of a graph with DeepLearning4J and ND4J, in single precision. */
package tintype.inspect.dl4j;
