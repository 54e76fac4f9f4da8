/**
 * Which device runs the networks: settled once per JVM, before ND4J is touched, as
 * ND4J 1.0.0-M2.1 takes any GPU that CUDA lists and can't go back to the CPU. Knows
 * no networks; asks NVIDIA's driver by JNA.
 */
package tintype.nn.device;
