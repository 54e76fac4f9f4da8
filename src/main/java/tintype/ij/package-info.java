/**
 * The edge to ImageJ: the only place that asks, draws and reports through it.
 * <p>
 * May import java.*, ij, net.imglib2, org.scijava, com.google.gson, {@link tintype}'s
 * façade with {@link tintype.color.Lab}, {@link tintype.rectify} and
 * {@link tintype.train}. One jar serves three hosts:
 * {@link tintype.ij.CommandPlugIn} lets plain ImageJ run the commands,
 * {@link tintype.ij.MacroInputs}, {@link tintype.ij.MacroOutputs} and
 * {@link tintype.ij.FailureGuard} make them good macro citizens in Fiji, and
 * {@link tintype.ij.Launcher} runs them from a command line.
 */
package tintype.ij;
