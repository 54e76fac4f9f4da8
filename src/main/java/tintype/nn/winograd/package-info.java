/**
 * The 3x3 convolution by Winograd's short products, forwards and backwards, on rows
 * of float arrays. Multiplies matrices by OpenBLAS; knows no networks and no images.
 */
package tintype.nn.winograd;
