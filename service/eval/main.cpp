#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
    CLI::App app{"throughline-eval: the pipeline's stages on annotated corpora"};
    app.require_subcommand(1);
    CLI11_PARSE(app, argc, argv);
    return 0;
}
