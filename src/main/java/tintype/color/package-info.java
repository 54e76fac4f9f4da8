/**
 * Colour science: no networks, no windows.
 * <p>
 * May import java.*, net.imglib2 and the two seams
 * {@link tintype.Progress} and {@link tintype.TintypeException}, nothing else.
 */
package tintype.color;
