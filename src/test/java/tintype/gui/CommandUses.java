package tintype.gui;

import static tintype.gui.CommandMacros.FLAT;
import static tintype.gui.CommandMacros.MAPS;
import static tintype.gui.CommandMacros.PHOTOGRAPH;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How each command of Plugins > Tintype is used, by its label. */
final class CommandUses {

	/** Their dialogs are filled, run, recorded and replayed by the tests of their names, such as ColorizeDialogTest. */
	static final Set<String> ELSEWHERE = Set.of("Colorize...", "Evaluate Colorizer...", "Network Inspector...", "Rectify by Four Points...",
		"Train Colorizer...");

	private static final CommandUse COLORIZE_FOLDER = new CommandUse(PHOTOGRAPH, (desktop, pictures, output) -> {
		desktop.write(pictures.resolve("small").toString());
		desktop.tab(2);
		desktop.write(output.toString());
		desktop.tab(3);
		desktop.write("colornet");
	}, List.of("Log"), List.of(), "inputs=%1$s/small output=%2$s format=tiff model=colornet setting=vivid temperature=0.0 saturation=1.0 slices=series shard=");

	private static final CommandUse COMPARE = new CommandUse(PHOTOGRAPH, (desktop, pictures, output) -> compare(desktop, pictures.resolve("classes"), output, 2),
		List.of("Log", "Differences from ReLU of MLP on classes", "Activations of MLP on classes", "Test error of MLP on classes", "Training loss of MLP on classes"),
		List.of("Test error of MLP on classes", "Training loss of MLP on classes"),
		"data=%1$s/classes network=MLP activations=[ReLU, ELU] normalization=both seeds=2 seed=1 epochs=2 batch=4 rate=0.0 shuffled=true folder=%2$s");

	private static final CommandUse INSPECT_FOLDER = new CommandUse(PHOTOGRAPH, (desktop, pictures, output) -> {
		desktop.write(pictures.resolve("small").toString());
		desktop.tab(2);
		desktop.write(output.toString());
		desktop.tab(2);
		desktop.write("colornet");
		desktop.tab(4);
		desktop.write("1");
	}, List.of("Log"), List.of(), "inputs=%1$s/small output=%2$s model=colornet from= side=input to=1 phase=test seed=1 range=auto fit=false gradient= shard=");

	private static final CommandUse RECTIFY_FOLDER = new CommandUse(PHOTOGRAPH, (desktop, pictures, output) -> {
		desktop.write(pictures.resolve("labels").toString());
		desktop.tab(2);
		desktop.write(output.toString());
	}, List.of("Log"), List.of(), "inputs=%1$s/labels output=%2$s format=tiff mapping=last interpolation=bilinear edge=false fill=0.0 aliased=false shard=");

	private static final Map<String, CommandUse> USES = Map.of("Colorize Folder...", COLORIZE_FOLDER, "Compare Activations...", COMPARE,
		"Device Information...", new CommandUse(PHOTOGRAPH, (desktop, pictures, output) -> {}, List.of("Device Information"), List.of(), "device=keep retry=false"),
		"Inspect Folder...", INSPECT_FOLDER, "Propose Corners", CommandUse.direct(PHOTOGRAPH), "Receptive Field", CommandUse.direct(MAPS, "ROI Manager"),
		"Rectify by Mapping...", new CommandUse(PHOTOGRAPH, (desktop, pictures, output) -> {}, List.of("label-oblique-rectified"), List.of("label-oblique-rectified"),
			"mapping=last interpolation=bilinear edge=false fill=0.0 aliased=false"),
		"Rectify Folder...", RECTIFY_FOLDER, "Sample Photograph", CommandUse.direct(PHOTOGRAPH, "sample.png"),
		"Send Selections...", new CommandUse(FLAT, (desktop, pictures, output) -> {}, List.of(), List.of(), "onto= mapping=last"));

	private CommandUses() {}

	/** Fills the dialog of Compare Activations, from its first field on. */
	static void compare(Desktop desktop, Path data, Path output, int epochs) throws Exception {
		desktop.write(data.toString());
		desktop.tab(3);
		desktop.write("ReLU, ELU");
		desktop.tab(2);
		desktop.write("2");
		desktop.tab(2);
		desktop.write(String.valueOf(epochs));
		desktop.tab(1);
		desktop.write("4");
		desktop.tab(3);
		desktop.write(output.toString());
	}

	/** @return null for a command that no test uses */
	static CommandUse of(String label) {
		return USES.get(label);
	}
}
