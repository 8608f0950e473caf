// The subcommands of throughline-eval, one file each.
#pragma once

namespace CLI {
class App;
}

namespace throughline::eval {

void add_chronology(CLI::App& app);
void add_coref(CLI::App& app);
void add_coref_pairs(CLI::App& app);
void add_dates(CLI::App& app);
void add_document_frequency(CLI::App& app);
void add_entries(CLI::App& app);
void add_event_words(CLI::App& app);
void add_ner(CLI::App& app);
void add_plover(CLI::App& app);
void add_stories(CLI::App& app);
void add_timelines(CLI::App& app);
void add_timex(CLI::App& app);
void add_ud(CLI::App& app);

}  // namespace throughline::eval
