#include "ingest/language_id.hpp"

#include <doctest/doctest.h>

namespace tl = throughline::ingest;

TEST_SUITE_BEGIN("ingest");

TEST_CASE("the language of a short report is told") {
    CHECK(tl::identify_language("The ministers met in the capital on Monday and agreed that they would talk again.") ==
          "en");
    CHECK(tl::identify_language("Die Minister trafen sich am Montag in der Hauptstadt und wollen erneut beraten.") ==
          "de");
    CHECK(tl::identify_language("Les ministres se sont réunis lundi dans la capitale et ont décidé de se revoir.") ==
          "fr");
    CHECK(tl::identify_language("Los ministros se reunieron el lunes en la capital y acordaron volver a hablar.") ==
          "es");
    CHECK(tl::identify_language(
              "I ministri si sono incontrati lunedì nella capitale e hanno deciso di parlare ancora.") == "it");
    CHECK(tl::identify_language("Os ministros reuniram-se na segunda-feira na capital e não chegaram a um acordo.") ==
          "pt");
    CHECK(tl::identify_language(
              "De ministers kwamen maandag in de hoofdstad bijeen en willen opnieuw met elkaar praten.") == "nl");
    CHECK(tl::identify_language("Ministrowie spotkali się w poniedziałek w stolicy i nie doszli do porozumienia.") ==
          "pl");
    CHECK(tl::identify_language(
              "Bakanlar pazartesi günü başkentte bir araya geldi ve bu konuda yeni bir görüşme için anlaştı.") == "tr");
    CHECK(tl::identify_language("Министры встретились в понедельник в столице и договорились о новой встрече.") ==
          "ru");
    CHECK(tl::identify_language("اجتمع الوزراء يوم الاثنين في العاصمة") == "ar");
    CHECK(tl::identify_language("部长们周一在首都会面") == "zh");
    CHECK(tl::identify_language("大臣らは月曜日に首都で会談した") == "ja");
}

TEST_CASE("foreign names and quotations do not change a text's language") {
    CHECK(tl::identify_language(
              "The paper wrote \"la paix est possible\" on its front page, and the mayor of Saint-Denis said "
              "that he agreed with it.") == "en");
}

TEST_CASE("names and figures alone have no language") {
    CHECK(tl::identify_language("") == "und");
    CHECK(tl::identify_language("Skripal 66 Salisbury 4 March 2018 Novichok") == "und");
}

TEST_SUITE_END();
