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

-- Chiffre de contrôle de Luhn d'un nombre de huit chiffres qui serait suivi de ce chiffre.
create macro luhn(base) as
    (10 - list_sum([
        if(i % 2 = 1, (base // cast(pow(10, i - 1) as bigint)) % 10 * 2 // 10
            + (base // cast(pow(10, i - 1) as bigint)) % 10 * 2 % 10,
            (base // cast(pow(10, i - 1) as bigint)) % 10)
        for i in range(1, 9)
    ]) % 10) % 10;

-- Numéro d'entreprise fictif : neuf chiffres au chiffre de contrôle toujours faux, donc jamais un SIREN réel.
create macro siren_fictif(numero) as
    format('{:08d}', numero * 48271 % 99999989)
    || cast((luhn(numero * 48271 % 99999989) + 5) % 10 as varchar);
