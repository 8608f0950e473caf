// The subcommands of throughline-eval: what each is told and what runs it, one file each. What fails is thrown as
// std::runtime_error with a sentence for people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace throughline::eval {

struct corpus_files {
    std::string input;
    std::string output;
};

struct chronology_options {
    std::string folder;
    bool list = false;
    bool links = false;
    bool evidence = false;
    bool events = false;
};

struct coref_options {
    std::string input;
    std::string output;
    bool gold_mentions = false;
};

struct dates_options {
    std::string topics;
    std::string gold;
    std::string output;
};

struct frequency_options {
    std::string input;
    std::string output;
    std::uint32_t least = 5;
};

struct entries_options {
    std::string input;
    std::string output;
    std::size_t every = 1;
    std::size_t count = 30;
    std::uint64_t seed = 1;
};

struct ner_options {
    std::string input;
    std::string output;
    std::string model;  ///< file of a model that is on trial; empty: the one that is shipped
};

struct timelines_options {
    std::string corpus;
    std::string entities;
    std::string output;
    bool mentions = false;
};

void run_chronology(const chronology_options& options);
void run_coref(const coref_options& options);
void run_coref_pairs(const corpus_files& files);
void run_dates(const dates_options& options);
void run_document_frequency(const frequency_options& options);
void run_entries(const entries_options& options);
void run_event_words(const corpus_files& files);
void run_ner(const ner_options& options);
void run_plover(const corpus_files& files);
void run_stories(const corpus_files& files);
void run_timelines(const timelines_options& options);
void run_timex(const corpus_files& files);
void run_ud(const corpus_files& files);

}  // namespace throughline::eval
