create table if not exists account (
    user_id bigint primary key,
    email varchar not null unique,
    salt varbinary not null,
    password_hash varbinary not null
);
create table if not exists customer (
    id bigint primary key,
    name varchar not null,
    email varchar not null,
    city varchar not null
);
-- Everybody's password is "open sesame".
merge into account (user_id, email, salt, password_hash) values
    (1, 'ada@example.com', x'fdee430d40bd57de', x'c26f612e5f36d86fa2947a068d637073b5d3241e1e9e390668d79ebc4aeac798'),
    (2, 'grace@example.com', x'e010fd1ce1acc173', x'6cadd740936e62f534bcaee7ac50e6780893f1f9d84d41e0de3b5222d907c2c1'),
    (3, 'alan@example.com', x'db42328112177c2d', x'c5c2e0e32ac7b1a70b5b0c67ef08e43a4f8562d2efe7077b7822368c4c495009'),
    (4, 'edsger@example.com', x'6899008c5f964b46', x'b7ac2526e971d7afad4f03e6790add9f5bed49bb6f19f8003c2afee2f47cccee'),
    (5, 'barbara@example.com', x'4da860a59a46e88c', x'9a28b86cf30c62b860f6bfc7fbb1fe41d806e03892a711c7aa47e1c22d7930fb');
merge into customer (id, name, email, city) values
    (1, 'Ada', 'ada@example.com', 'London'),
    (2, 'Grace', 'grace@example.com', 'New York'),
    (3, 'Alan', 'alan@example.com', 'Manchester'),
    (4, 'Edsger', 'edsger@example.com', 'Rotterdam'),
    (5, 'Barbara', 'barbara@example.com', 'Boston');
