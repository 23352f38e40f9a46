/**
 * Skills that another one shows, by the dictionary's names: who has used MySQL has used SQL. Only where one cannot do
 * the one without the other. The suite before its programs, so that Excel does not show Word.
 */
export const impliedSkills: [general: string, specific: string[]][] = [
  ["Spring", ["Spring Boot", "Spring Cloud", "Spring MVC"]],
  ["Java", ["Spring Boot", "Spring Cloud", "Spring MVC", "MyBatis", "Hibernate", "Java EE"]],
  ["SQL", ["MySQL", "PostgreSQL", "Oracle", "SQL Server", "T-SQL", "PL/SQL", "SQLite", "MariaDB"]],
  ["RDBMS", ["MySQL", "PostgreSQL", "Oracle", "SQL Server", "MariaDB", "Db2"]],
  ["Databases", ["MySQL", "PostgreSQL", "Oracle", "SQL Server", "MariaDB", "Db2", "MongoDB"]],
  ["NoSQL", ["MongoDB", "Redis", "Cassandra", "DynamoDB", "HBase"]],
  ["Message Queue", ["Kafka", "RabbitMQ", "RocketMQ", "ActiveMQ"]],
  ["Linux", ["Ubuntu", "CentOS", "Red Hat", "Debian", "Linux/Unix"]],
  ["CI/CD", ["Jenkins", "GitLab CI", "GitHub Actions", "CircleCI", "Travis CI", "TeamCity", "Argo CD"]],
  ["Git", ["GitHub", "GitLab"]],
  ["Shell", ["Bash"]],
  ["HTML", ["HTML/CSS"]],
  ["CSS", ["HTML/CSS"]],
  ["Docker", ["Kubernetes"]],
  ["JavaScript", ["TypeScript", "React", "Vue.js", "Angular", "jQuery", "Node.js"]],
  ["Python", ["Django", "FastAPI", "Flask"]],
  ["Ruby", ["Ruby on Rails"]],
  ["Word", ["Microsoft Office"]],
  ["Excel", ["Microsoft Office"]],
  ["Outlook", ["Microsoft Office"]],
  ["PowerPoint", ["Microsoft Office"]],
  ["Microsoft Office", ["Excel", "Word", "PowerPoint", "Outlook"]],
  ["Monitoring", ["Prometheus", "Grafana", "Zabbix", "Nagios", "Datadog"]],
  ["Accounting Software", ["QuickBooks", "Sage", "Xero"]],
];
