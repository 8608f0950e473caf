#include "language/form_cache.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace throughline::language;

TEST_SUITE("form_cache") {
    TEST_CASE("a value is found by its form and kind alone") {
        form_cache<int> cache;
        CHECK(cache.find("harbour") == nullptr);
        CHECK(cache.find("") == nullptr);
        cache.keep("harbour", 3, 1);
        REQUIRE(cache.find("harbour", 1) != nullptr);
        CHECK(*cache.find("harbour", 1) == 3);
        CHECK(cache.find("harbour", 2) == nullptr);
        CHECK(cache.find("harbours", 1) == nullptr);
    }

    TEST_CASE("forms that share a place never share a value") {
        form_cache<std::size_t> cache;
        std::vector<std::string> forms;
        for (int i = 0; i < 3000; ++i) forms.push_back("w" + std::to_string(i));
        for (std::size_t i = 0; i < forms.size(); ++i) cache.keep(forms[i], i);
        std::size_t kept = 0;
        for (std::size_t i = 0; i < forms.size(); ++i)
            if (const auto* value = cache.find(forms[i])) {
                CHECK(*value == i);
                ++kept;
            }
        CHECK(kept > 300);
    }
}
