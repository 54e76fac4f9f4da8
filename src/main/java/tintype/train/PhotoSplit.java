package tintype.train;

/**
 * Which pictures teach and which only judge.
 *
 * @param training   to learn from
 * @param validation other pictures, which choose epoch and temperature
 */
public record PhotoSplit(PhotoFolder training, PhotoFolder validation) {}
