create table if not exists product (
    id bigint primary key,
    name varchar not null,
    price_cents bigint not null,
    stock bigint not null
);
merge into product (id, name, price_cents, stock) values
    (1, 'Kettle', 3900, 1000000),
    (2, 'Teapot', 2450, 1000000),
    (3, 'Cup and saucer', 1200, 1000000),
    (4, 'Tea strainer', 690, 1000000),
    (5, 'Darjeeling, 250 g', 1580, 1000000);
