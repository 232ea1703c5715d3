import {expect, test} from "vitest";
import {contrasted as c} from "./contrasted-territoires.ts";
import {namePlace} from "./name-place.ts";
import {nameTerritoire} from "./name-territoire.ts";

test.each([
  [c.meaux, "Meaux", "de Meaux", "à Meaux"],
  [c.oissery, "Oissery", "d'Oissery", "à Oissery"],
  [c.hirson, "Hirson", "d'Hirson", "à Hirson"],
  [c.lePin, "Le Pin", "du Pin", "au Pin"],
  [c.laFerte, "La Ferté-sous-Jouarre", "de La Ferté-sous-Jouarre", "à La Ferté-sous-Jouarre"],
  [c.lHay, "L'Haÿ-les-Roses", "de L'Haÿ-les-Roses", "à L'Haÿ-les-Roses"],
  [c.lesLilas, "Les Lilas", "des Lilas", "aux Lilas"],
  [c.ca, "la CA du Pays de Meaux", "de la CA du Pays de Meaux", "dans la CA du Pays de Meaux"],
  [c.metropole, "la métropole de Lyon", "de la métropole de Lyon", "dans la métropole de Lyon"],
  [
    c.zoneEmploi,
    "la zone d'emploi de Meaux",
    "de la zone d'emploi de Meaux",
    "dans la zone d'emploi de Meaux"
  ],
  [c.seineEtMarne, "la Seine-et-Marne", "de Seine-et-Marne", "en Seine-et-Marne"],
  [c.yvelines, "les Yvelines", "des Yvelines", "dans les Yvelines"],
  [c.gard, "le Gard", "du Gard", "dans le Gard"],
  [c.laReunionRegion, "La Réunion", "de La Réunion", "à La Réunion"],
  [c.hautsDeFrance, "les Hauts-de-France", "des Hauts-de-France", "dans les Hauts-de-France"],
  [c.ileDeFrance, "l'Île-de-France", "d'Île-de-France", "en Île-de-France"],
  [c.france, "la France", "de France", "en France"]
])("$0.nom takes its articles", (territoire, le, de, a) => {
  expect(nameTerritoire(territoire)).toMatchObject({le, de, a});
});

test.each([
  ["departement", "02", "Aisne", 5, "l'Aisne", "de l'Aisne", "dans l'Aisne"],
  ["departement", "28", "Eure-et-Loir", 1, "l'Eure-et-Loir", "d'Eure-et-Loir", "en Eure-et-Loir"],
  ["departement", "33", "Gironde", 3, "la Gironde", "de la Gironde", "en Gironde"],
  ["departement", "72", "Sarthe", 3, "la Sarthe", "de la Sarthe", "dans la Sarthe"],
  ["departement", "49", "Maine-et-Loire", 0, "le Maine-et-Loire", "de Maine-et-Loire", "en Maine-et-Loire"],
  ["departement", "75", "Paris", 0, "Paris", "de Paris", "à Paris"],
  ["departement", "976", "Mayotte", 0, "Mayotte", "de Mayotte", "à Mayotte"],
  ["departement", "972", "Martinique", 3, "la Martinique", "de la Martinique", "en Martinique"],
  ["departement", "78", "Yvelines", null, "les Yvelines", "des Yvelines", "dans les Yvelines"],
  ["region", "53", "Bretagne", 0, "la Bretagne", "de Bretagne", "en Bretagne"],
  ["region", "44", "Grand Est", 2, "le Grand Est", "du Grand Est", "dans le Grand Est"],
  ["region", "76", "Occitanie", 1, "l'Occitanie", "d'Occitanie", "en Occitanie"],
  [
    "region",
    "93",
    "Provence-Alpes-Côte d'Azur",
    0,
    "Provence-Alpes-Côte d'Azur",
    "de Provence-Alpes-Côte d'Azur",
    "en Provence-Alpes-Côte d'Azur"
  ],
  [
    "region",
    "99",
    "Nouvelle",
    null,
    "la région Nouvelle",
    "de la région Nouvelle",
    "dans la région Nouvelle"
  ],
  [
    "zone_emploi",
    "2805",
    "Le Havre",
    null,
    "la zone d'emploi du Havre",
    "de la zone d'emploi du Havre",
    "dans la zone d'emploi du Havre"
  ],
  [
    "zone_emploi",
    "5217",
    "La Roche-sur-Yon",
    null,
    "la zone d'emploi de La Roche-sur-Yon",
    "de la zone d'emploi de La Roche-sur-Yon",
    "dans la zone d'emploi de La Roche-sur-Yon"
  ],
  [
    "zone_emploi",
    "3201",
    "Amiens",
    null,
    "la zone d'emploi d'Amiens",
    "de la zone d'emploi d'Amiens",
    "dans la zone d'emploi d'Amiens"
  ],
  [
    "epci",
    "1",
    "Eurométropole de Strasbourg",
    null,
    "l'Eurométropole de Strasbourg",
    "de l'Eurométropole de Strasbourg",
    "dans l'Eurométropole de Strasbourg"
  ],
  ["epci", "2", "Orléans Métropole", null, "Orléans Métropole", "d'Orléans Métropole", "à Orléans Métropole"],
  [
    "epci",
    "3",
    "Communauté d'agglomération X",
    null,
    "la communauté d'agglomération X",
    "de la communauté d'agglomération X",
    "dans la communauté d'agglomération X"
  ]
] as const)("%s %s %s takes its articles", (niveau, code, nom, tncc, le, de, a) => {
  expect(nameTerritoire({niveau, code, nom, tncc})).toMatchObject({le, de, a});
});

test("a TI is « le territoire » in titles, another TI keeps its name", () => {
  const ti = nameTerritoire(c.ti);
  expect(ti.de).toBe("du Territoire d'industrie Nord Est 77 – Meaux");
  expect([ti.ici, ti.dici, ti.sujetCourt]).toEqual(["dans le territoire", "du territoire", "Le territoire"]);
  expect(nameTerritoire(c.autreTi).ici).toBe("dans le Territoire d'industrie Vallée de l'Arve");
});

test("a subject tells its number: a plural commune is « la commune des »", () => {
  expect(nameTerritoire(c.yvelines)).toMatchObject({sujet: "Les Yvelines", pluriel: true});
  expect(nameTerritoire(c.lesLilas)).toMatchObject({sujet: "La commune des Lilas", pluriel: false});
  expect(nameTerritoire(c.ileDeFrance).deLe).toBe("de l'Île-de-France");
});

test("TNCC supplies a missing article, and a written one always contracts", () => {
  expect(namePlace("Pin", 2).a).toBe("au Pin");
  expect(namePlace("Le Vernet-Chaméane", 0).de).toBe("du Vernet-Chaméane");
  expect(namePlace("Aux Marais", 6)).toMatchObject({de: "des Marais", a: "aux Marais"});
  expect(namePlace("Los Masos", 8)).toMatchObject({de: "de Los Masos", sujet: "La commune de Los Masos"});
});

test("an empty name becomes the name of the level", () => {
  expect(nameTerritoire({...c.meaux, nom: " "}).de).toBe("de la commune");
});
