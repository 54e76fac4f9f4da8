/**
 * Plane geometry and resampling: a plane photographed at a slant is laid flat by a
 * homography. No windows, no ImageJ.
 * <p>
 * Everywhere in this package x runs right and y runs down, and the centre of pixel
 * (i, j) is the point (i, j), so that a picture of w x h pixels covers -0.5 to w - 0.5
 * and -0.5 to h - 0.5.
 */
package tintype.rectify;
