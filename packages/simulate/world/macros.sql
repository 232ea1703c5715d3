-- Macros du monde. Tout hasard y est une fonction de la graine, d'une clé et d'un sel.

create macro premiere_annee() as 2006;
create macro derniere_annee() as 2025;

-- Nombre de [0, 1[ ; le hachage est double, car celui d'un couple n'est qu'un « ou exclusif » des deux hachages.
create macro tirage(cle, sel) as
    hash(hash(cle, sel, getvariable('graine'))) / 18446744073709551616.0;

-- Nombre de loi normale centrée réduite (Box-Muller).
create macro ecart(cle, sel) as
    sqrt(-2 * ln(greatest(tirage(cle, sel || '/rayon'), 1e-12))) * cos(2 * pi() * tirage(cle, sel || '/angle'));

-- Loi log-normale de moyenne 1.
create macro dispersion(cle, sel, sigma) as
    exp(sigma * ecart(cle, sel) - sigma * sigma / 2);

-- Somme exacte, donc la même quel que soit l'ordre dans lequel les fils de calcul additionnent.
create macro somme_exacte(valeur) as
    sum(cast(valeur * 1000000 as bigint)) / 1000000.0;

-- Effectif d'un poste en centièmes, pour une somme entière : sa taille dérive d'une année à l'autre, nul quand le cycle le laisse vacant.
create macro intensite(annee, taille, derive, rotation, duree, phase) as
    cast(if((annee + phase) % rotation < duree, 1 + 100 * taille * (1 + derive * (derniere_annee() - annee)), 0) as integer);

-- Arrondi au hasard propre au poste : juste en moyenne, et monotone d'une année à l'autre.
create macro effectif(intensite, coefficient, arrondi) as
    if(intensite > 0, cast(floor(intensite * coefficient / 100 + arrondi) as integer), 0);

-- Chiffre de contrôle de Luhn d'un nombre de huit chiffres qui serait suivi de ce chiffre : un chiffre sur deux est doublé,
-- neuf ôté à partir de dix. Sans liste : ce calcul est fait des millions de fois.
create macro chiffre(base, rang) as base // rang % 10;
create macro chiffre_double(base, rang) as 2 * chiffre(base, rang) - 9 * (chiffre(base, rang) // 5);
create macro luhn(base) as
    (10 - (
        chiffre_double(base, 1) + chiffre(base, 10) + chiffre_double(base, 100) + chiffre(base, 1000)
        + chiffre_double(base, 10000) + chiffre(base, 100000) + chiffre_double(base, 1000000) + chiffre(base, 10000000)
    ) % 10) % 10;

-- Numéro d'entreprise fictif : neuf chiffres au chiffre de contrôle toujours faux, donc jamais un SIREN réel.
create macro entreprise(numero) as
    numero * 48271 % 99999989 * 10 + (luhn(numero * 48271 % 99999989) + 5) % 10;
create macro siren(entreprise) as right(cast(10000000000 + entreprise as varchar), 9);
create macro siren_fictif(numero) as siren(entreprise(numero));
create macro siret(entreprise, rang) as right(cast(1000000000000000 + entreprise * 100000 + rang as varchar), 14);

-- Les postes vont par dizaines. Le premier d'une dizaine est le siège d'une entreprise, toujours ouvert ; un cinquième des
-- suivants sont les établissements secondaires d'une entreprise : cinq sur neuf de la leur, les autres d'une dizaine lointaine.
create macro est_tete(poste) as poste % 10 = 0;
create macro est_secondaire(poste) as poste % 10 > 0 and tirage(poste, 'succursale') < 0.2;
create macro dizaine_siege(poste, dizaines) as
    (poste // 10 + if(poste % 10 > 5, dizaines * (poste % 10 - 5) // 7, 0)) % dizaines;
create macro entreprise_poste(poste, tour, est_secondaire, dizaines) as
    entreprise(case
        when poste % 10 = 0 then poste * 16 + 15
        when est_secondaire then dizaine_siege(poste, dizaines) * 160 + 15
        else poste * 16 + tour % 15
    end);
create macro rang_poste(poste, tour) as poste % 10 * 1000 + tour % 100 * 10 + 3;

-- Date d'un changement d'occupant : le même jour pour celui qui part et celui qui vient.
create macro date_tour(lieu, tour, annee) as
    make_date(annee, 1, 1) + cast(hash(hash(lieu * 1000 + tour, 'jour', getvariable('graine'))) % 365 as integer);

-- Jour dont les fichiers de SIRENE sont l'image.
create macro date_image() as date '2026-10-31';
create macro premier_jour_sirene() as date '2011-01-01';

-- Projection Lambert 93 (RGF93, EPSG:2154) d'un point en degrés.
create macro isometrique(latitude) as
    atanh(sin(radians(latitude))) - 0.08181919106 * atanh(0.08181919106 * sin(radians(latitude)));
create macro x_lambert(longitude, latitude) as
    700000 + 11754255.426 * exp(-0.725607765 * isometrique(latitude)) * sin(0.725607765 * radians(longitude - 3));
create macro y_lambert(longitude, latitude) as
    12655612.05 - 11754255.426 * exp(-0.725607765 * isometrique(latitude)) * cos(0.725607765 * radians(longitude - 3));

-- Diffusion partielle : une personne physique sur dix, une société sur cinquante ; toute l'entreprise à la fois.
create macro est_diffusible(entreprise, code_juridique) as
    hash(hash(entreprise, 'diffusion', getvariable('graine'))) % 100 >= if(code_juridique = 1000, 10, 2);

-- Tranche d'effectif de SIRENE pour un nombre de salariés connu.
create macro tranche_effectif(effectif) as
    case
        when effectif < 1 then '00'
        when effectif < 3 then '01'
        when effectif < 6 then '02'
        when effectif < 10 then '03'
        when effectif < 20 then '11'
        when effectif < 50 then '12'
        when effectif < 100 then '21'
        when effectif < 200 then '22'
        when effectif < 250 then '31'
        when effectif < 500 then '32'
        when effectif < 1000 then '41'
        when effectif < 2000 then '42'
        when effectif < 5000 then '51'
        when effectif < 10000 then '52'
        else '53'
    end;

-- Début de la deuxième période d'un établissement, null quand il n'en eut qu'une : la NAF rév. 2 pour les anciens,
-- un changement au milieu de leur vie pour un quart des autres.
create macro date_changement(date_creation, date_fermeture, alea) as
    case
        when date_creation < date '2008-01-01' then date '2008-01-01'
        when alea % 4 = 0
            then date_creation + cast((coalesce(date_fermeture, date_image()) - date_creation) // 2 as integer)
    end;

-- Code plausible en NAF 2025 : les chiffres de la rév. 2, une lettre que la rév. 2 n'emploie pas.
create macro ape_naf25(code_ape) as left(code_ape, 5) || translate(right(code_ape, 1), 'ZABCDEF', 'YGHJKLL');

-- Code dans la nomenclature en vigueur un jour d'avant 2008, et son nom.
create macro nomenclature_ancienne(jour) as
    case
        when jour < date '1993-01-01' then 'NAP'
        when jour < date '2003-01-01' then 'NAF1993'
        else 'NAFRev1'
    end;
create macro ape_ancien(code_ape, jour) as
    if(jour < date '1993-01-01', left(code_ape, 5), left(code_ape, 4) || right(code_ape, 1));

-- Saleté des fichiers loin du domicile, selon un tirage sur 65 536 : début de la période en cours, et date à laquelle
-- remonte la nomenclature d'un établissement fermé (null = NAF rév. 2).
create macro date_debut_ecrite(jour, tirage) as
    case
        when tirage < 6 then null
        when tirage < 10 then date '1900-01-01'
        when tirage < 12 then date_image() + 6
        when tirage = 12 then date '3035-04-12'
        else jour
    end;
create macro jour_nomenclature(tirage) as
    case
        when tirage < 600 then date '1975-01-01'
        when tirage < 2500 then date '1995-01-01'
        when tirage < 5000 then date '2005-01-01'
    end;
