package tintype.ij;

import java.io.File;

/**
 * Which pictures are worked on, and where the results go.
 *
 * @param inputs a folder, of which all pictures with those in its subfolders are taken; a
 *               pattern such as {@code /plates/**}{@code /*.tif}; a text file (.txt, .lst)
 *               with one path per line; or one picture
 * @param output folder, made where it lacks; the folders below it are those of the inputs
 * @param shard  which of them this run does
 */
public record BatchRequest(File inputs, File output, Shard shard) {}
