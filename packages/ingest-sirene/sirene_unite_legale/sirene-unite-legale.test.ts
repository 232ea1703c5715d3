import {expect, test} from "vitest";
import {buildSirene, findGuilty} from "../test/build-sirene.ts";
import {etablissement} from "../test/etablissement.ts";

const unite = (siren: string, more = {}) => ({
  siren,
  statut_diffusion: "O",
  tranche_effectifs: "12",
  annee_effectifs: 2024,
  categorie_entreprise: "PME",
  etat_administratif: "A",
  denomination: `SOCIÉTÉ ${siren}`,
  categorie_juridique: "5710",
  nic_siege: "00011",
  caractere_employeur: "O",
  ...more
});

test("les unités présentes dans le périmètre, nommées si elles sont diffusibles et morales ; toutes comptées", async () => {
  const warehouse = await buildSirene({
    sirene_etablissement__etablissement: ["111111111", "222222222", "333333333", "444444444"].map((siren) =>
      etablissement(siren)
    ),
    sirene_unite_legale__unite_legale: [
      unite("111111111"),
      unite("222222222", {statut_diffusion: "P", denomination: "[ND]"}),
      unite("333333333", {
        categorie_juridique: "1000",
        denomination: "JEANNE MARTIN",
        categorie_entreprise: null
      }),
      unite("444444444", {categorie_juridique: null, etat_administratif: "C"}),
      unite("555555555")
    ]
  });
  const rows = await warehouse.all(
    `select siren, denomination, est_diffusible as o, est_personne_physique as personne, est_actif as a
     from staging.sirene_unite_legale__unite_legale order by siren`
  );
  expect(rows).toEqual([
    {siren: "111111111", denomination: "SOCIÉTÉ 111111111", o: true, personne: false, a: true},
    {siren: "222222222", denomination: null, o: false, personne: false, a: true},
    {siren: "333333333", denomination: null, o: true, personne: true, a: true},
    {siren: "444444444", denomination: null, o: true, personne: false, a: false}
  ]);
  const [france] = await warehouse.all(
    "select sum(lignes)::integer as n from staging.sirene_unite_legale__national where categorie_juridique = '5710'"
  );
  expect(france).toEqual({n: 3});
  expect(await findGuilty(warehouse, "sirene_unite_legale")).toEqual({
    categorie_juridique_a_quatre_chiffres: 1
  });
  warehouse.close();
});

test("chaque contrôle nomme les lignes coupables", async () => {
  const warehouse = await buildSirene({
    sirene_etablissement__etablissement: [etablissement("111111111"), etablissement("222222222")],
    sirene_unite_legale__unite_legale: [
      unite("111111111", {nic_siege: "00029", categorie_entreprise: "TPE", caractere_employeur: "O"})
    ]
  });
  await warehouse.run(`
    insert into staging.sirene_unite_legale__unite_legale by name
    select '999999999' as siren, true as est_personne_physique, true as est_diffusible, '1000' as categorie_juridique,
      'JEANNE [ND]' as denomination;
    insert into staging.sirene_unite_legale__national by name select '[ND]' as categorie_juridique, 1 as lignes`);
  expect(await findGuilty(warehouse, "sirene_unite_legale")).toEqual({
    aucun_nd: 1,
    national_categorie_connue: 1,
    national_contient_perimetre: 1,
    national_sans_nd: 1,
    personne_sans_nom: 1,
    siege_concorde: 1,
    unite_de_chaque_etablissement: 1
  });
  warehouse.close();
});
