#include "language/lemmatizer.hpp"
#include "language/model_file.hpp"
#include "language/shipped_models.hpp"
#include "resources/resources.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace throughline;

TEST_SUITE("models") {
    TEST_CASE("bytes that are no model are refused") {
        CHECK_THROWS_AS(language::model_file("", 1), std::runtime_error);
        CHECK_THROWS_AS(language::model_file(std::string(64, 'x'), 1), std::runtime_error);
        CHECK_THROWS_AS(language::lemmatizer(std::string_view("TLMODEL1")), std::runtime_error);
    }

    TEST_CASE("a model of another version or one that is cut off is refused") {
        const auto whole = resources::get("service/language/models/lemmas.bin");
        CHECK_THROWS_AS(language::model_file(whole, language::lemmatizer::version + 1), std::runtime_error);
        CHECK_THROWS_AS(language::lemmatizer(whole.substr(0, whole.size() / 2)), std::runtime_error);
        const language::model_file file(whole, language::lemmatizer::version);
        CHECK_THROWS_AS(file.bytes("absent"), std::runtime_error);
    }

    TEST_CASE("all models together stay below the limit") {
        std::size_t size = 0;
        for (const auto folder : {"service/language/models/", "service/entities/models/"})
            for (const auto name : resources::list(folder)) size += resources::get(name).size();
        CHECK(size > 1'000'000);
        CHECK(size <= 24 * 1024 * 1024);
    }

    TEST_CASE("a model that fits another program's features is refused") {
        const auto& clusters = language::shipped_clusters();
        CHECK_THROWS_AS(language::tagger(resources::get("service/language/models/parser.bin"), clusters),
                        std::runtime_error);
        CHECK_THROWS_AS(language::parser(resources::get("service/language/models/tagger.bin"), clusters),
                        std::runtime_error);
    }
}
