// Trains one small network with two activations and says which errs less: a short
// version of the study in docs/activations.md, on digits that Tintype draws itself.
// With an argument, a folder for tables, plots and finished runs: a study that was cut
// short goes on there where it stopped.
// The curves of the test error are then the active image.

folder = getArgument();

run("Compare Activations...", "data=digits activations=[ReLU, ELU] seeds=2 epochs=1 folder=[" + folder + "]");
