/**
 * Looks into networks and draws nothing: a network as a graph of layers that no
 * library owns, what its layers cost and see, and runs through any part of it.
 * <p>
 * {@code inspect.read} makes such graphs from files, {@code inspect.dl4j} computes
 * them with DeepLearning4J, and {@code inspect.plain} computes them again in double
 * precision without any library, so that one can be checked by the other.
 */
package tintype.inspect;
