/**
 * The only place where an image becomes a tensor, and where ND4J is touched
 * first. Imports ImgLib2, ND4J, DeepLearning4J and {@link tintype.color}; knows
 * no training runs and no windows.
 */
package tintype.nn;
