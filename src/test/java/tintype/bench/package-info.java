/**
 * How fast Tintype is beside other programs for the same work. Each benchmark
 * has a {@code main} and is no test; CONTRIBUTING.md says how to run it.
 */
package tintype.bench;
