-- Effectif entier d'un poste au 31 décembre. Une ligne par poste, une colonne par année.
select
    intensite.poste,
    intensite.commune,
    intensite.ape,
    effectif(intensite.intensite_2006, coefficient.coefficients[1], intensite.arrondi) as effectif_2006,
    effectif(intensite.intensite_2007, coefficient.coefficients[2], intensite.arrondi) as effectif_2007,
    effectif(intensite.intensite_2008, coefficient.coefficients[3], intensite.arrondi) as effectif_2008,
    effectif(intensite.intensite_2009, coefficient.coefficients[4], intensite.arrondi) as effectif_2009,
    effectif(intensite.intensite_2010, coefficient.coefficients[5], intensite.arrondi) as effectif_2010,
    effectif(intensite.intensite_2011, coefficient.coefficients[6], intensite.arrondi) as effectif_2011,
    effectif(intensite.intensite_2012, coefficient.coefficients[7], intensite.arrondi) as effectif_2012,
    effectif(intensite.intensite_2013, coefficient.coefficients[8], intensite.arrondi) as effectif_2013,
    effectif(intensite.intensite_2014, coefficient.coefficients[9], intensite.arrondi) as effectif_2014,
    effectif(intensite.intensite_2015, coefficient.coefficients[10], intensite.arrondi) as effectif_2015,
    effectif(intensite.intensite_2016, coefficient.coefficients[11], intensite.arrondi) as effectif_2016,
    effectif(intensite.intensite_2017, coefficient.coefficients[12], intensite.arrondi) as effectif_2017,
    effectif(intensite.intensite_2018, coefficient.coefficients[13], intensite.arrondi) as effectif_2018,
    effectif(intensite.intensite_2019, coefficient.coefficients[14], intensite.arrondi) as effectif_2019,
    effectif(intensite.intensite_2020, coefficient.coefficients[15], intensite.arrondi) as effectif_2020,
    effectif(intensite.intensite_2021, coefficient.coefficients[16], intensite.arrondi) as effectif_2021,
    effectif(intensite.intensite_2022, coefficient.coefficients[17], intensite.arrondi) as effectif_2022,
    effectif(intensite.intensite_2023, coefficient.coefficients[18], intensite.arrondi) as effectif_2023,
    effectif(intensite.intensite_2024, coefficient.coefficients[19], intensite.arrondi) as effectif_2024,
    effectif(intensite.intensite_2025, coefficient.coefficients[20], intensite.arrondi) as effectif_2025
from latent.intensite as intensite
join latent.coefficient as coefficient
    on coefficient.branche = intensite.branche and coefficient.groupe = intensite.groupe
