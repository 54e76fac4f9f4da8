/**
 * The pictures of {@code test-images/}, computed from noise and plane geometry:
 * no photograph of anybody went into them. {@link tintype.pictures.PictureFiles}
 * writes the files; one test per picture holds that code and file agree.
 */
package tintype.pictures;
